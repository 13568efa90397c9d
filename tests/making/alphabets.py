"""Sentences that hold every letter of their language, for what a user may write on a map."""

from itertools import product
from unicodedata import normalize

_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")  # level, grave, acute, hook above, tilde, dot below
VIETNAMESE = (
    "".join(normalize("NFC", vowel + tone) for vowel, tone in product("aăâeêioôơuưy", _TONES)) + "bcdđghklmnpqrstvx"
)

LETTERS = {
    "id": "abcdefghijklmnopqrstuvwxyz",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "vi": VIETNAMESE,
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
}

SENTENCES = {
    "id": "Hafiz mengendarai bajaj payah-payah ke warnet-x untuk menjual faks dan foto QVC: “Rp 1.234,50!”",
    "en": "The quick brown fox jumps over the lazy dog; “Sphinx of black quartz, judge my vow” — 10 € (£3 & $4)?",
    "vi": (
        "Do bạch kim rất quý nên sẽ dùng để lắp vô xương; khách hàng gọi điện, hỏi giá rồi đặt phở. "
        "Ta á à ả ã ạ, ăn ằ ắ ẳ ẵ ặ, ân ầ ấ ẩ ẫ ậ, em è é ẻ ẽ ẹ, êm ề ế ể ễ ệ, im ì í ỉ ĩ ị, on ò ó ỏ õ ọ, "
        "ôn ồ ố ổ ỗ ộ, ơn ờ ớ ở ỡ ợ, um ù ú ủ ũ ụ, ưng ừ ứ ử ữ ự, y ỳ ý ỷ ỹ ỵ, Đà Nẵng"
    ),
    "ru": "Съешь ещё этих мягких французских булок, да выпей чаю: подъезд, цена 5 ₽, «жёлтый» хлеб и щука",
    "el": "Ξεσκεπάζω την ψυχοφθόρα σας βδελυγμία: το ρολόι, ο ήχος, ϊ ϋ ΐ ΰ, μαΐου, προϋπόθεση, ύλη, έργο, ώρα",
}

UNCOVERED = {"ja": "日本語", "th": "ไทย", "ar": "مرحبا", "emoji": "🙂"}
"""Words in scripts that no bundled face has."""

SCRIPTS = {
    "id": "Pelanggan menunggu obat di apotek",
    "en": "The customer waits for her medicine",
    "vi": "Khách hàng chờ lấy thuốc ở quầy",
    "el": "Ο πελάτης περιμένει τα φάρμακά του",
    "ru": "Клиент ждёт лекарство у окна аптеки",
    "ja": "お客様は薬局で「まだですか」と聞いた。",
    "th": "ลูกค้ารอรับยาที่โรงพยาบาลเป็นเวลานาน",
    "ar": "ينتظر العميل الدواء (12 دقيقة) في الصيدلية",
    "he": "הלקוח מחכה לתרופה 12 דקות בבית המרקחת",
    "hi": "ग्राहक औषधालय में क्षण भर प्रतीक्षा करता है।",
    "jv": "ꦥꦼꦭꦁꦒꦤ꧀ ꦔꦼꦤ꧀ꦠꦺꦴꦱ꧀ꦲꦶ ꦎꦧꦠ꧀",
    "emoji": "Senang 🙂 lalu marah 😡 dan 👩\u200d🍳 ❤\ufe0f",
}
"""A sentence in each of the scripts a map must bear, most of which only the computer's fonts have."""
