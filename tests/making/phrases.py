"""Words that tests write on cards: a workshop's Indonesian, and every kind of writing a map must bear."""

from random import Random

SCRIPTS: dict[str, tuple[str, ...]] = {
    "latin": (
        "Pelanggan",
        "memesan",
        "kopi",
        "lewat",
        "aplikasi",
        "dan",
        "menunggu",
        "café",
        "Straße",
        "fjörð",
        "10 €",
    ),
    "vietnamese": ("Khách", "hàng", "đặt", "phở", "qua", "điện", "thoại", "rồi", "nghĩ", "ngợi", "Tiếng", "Việt"),
    "greek": ("Ο", "πελάτης", "παραγγέλνει", "καφέ", "από", "το", "κινητό", "ΰ", "Ώρα"),
    "cyrillic": ("Клиент", "заказывает", "кофе", "через", "приложение", "и", "ждёт", "її"),
    "long": (
        "Pertanggungjawabankebijaksanaan",
        "Donaudampfschifffahrtsgesellschaft",
        "https://contoh.id/a/b?c=d&e=f#g",
    ),
    "punctuation": (
        "—",
        "…",
        "“kutip”",
        "<b>",
        "&amp;",
        "{blank}",
        "%s",
        "\\",
        '"',
        "'",
        "-",
        "=1+1",
        "|",
        "\t",
        "a\u00a0b",
    ),
    "combining": ("e\u0301", "n\u0303", "\u200d", "\u00ad", "\u2028", "🙂", "👩‍🍳"),
}
EVERY_SCRIPT = tuple(SCRIPTS)

ACTORS = (
    "Pelanggan",
    "Kasir",
    "Barista",
    "Kurir",
    "Petugas gudang",
    "Layanan pelanggan",
    "Sistem pembayaran",
    "Supervisor",
)
ACTIONS = (
    "membuka aplikasi", "memilih menu", "menunggu antrean", "memeriksa pesanan", "mengirim notifikasi",
    "mencetak struk", "mencatat keluhan", "mengantar barang", "membandingkan harga", "membaca ulasan",
    "menghubungi pusat bantuan",
    "menyiapkan kopi", "memperbarui stok", "mengisi formulir", "menerima kode promo", "membatalkan transaksi",
)  # fmt: skip
TAILS = (
    "", "", "di toko", "lewat WhatsApp", "setelah jam sibuk", "tanpa diminta", "untuk pertama kali",
    "dengan kartu debit", "karena ragu", "sebelum berangkat kerja", "dari rumah", "bersama keluarga",
    "dalam lima menit", "pada akhir bulan",
)  # fmt: skip


def sentence(chance: Random) -> str:
    """What a workshop writes on a sticky note: three to nine Indonesian words."""
    return f"{chance.choice(ACTORS)} {chance.choice(ACTIONS)} {chance.choice(TAILS)}".rstrip()


def writing(chance: Random, scripts: tuple[str, ...] = EVERY_SCRIPT) -> str:
    """Any text a card may bear in these scripts: often short, sometimes empty, sometimes of several lines."""
    if chance.random() < 0.12:
        return ""
    words = [chance.choice(SCRIPTS[chance.choice(scripts)]) for _ in range(chance.randint(1, 9))]
    return "".join(word + chance.choice((" ", " ", " ", " ", "\n")) for word in words[:-1]) + words[-1]
