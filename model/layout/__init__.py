"""Where everything stands: rectangles and shapes in points, y down. Pure, and knows no Qt."""
