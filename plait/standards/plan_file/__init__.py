"""A plan in the product's own open file: JSON, or a Word document that carries it."""
