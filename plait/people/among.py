"""`field__among=[...]`: like `in`, but the values go as one array, however many they are.

Django makes an expression of each value of `in`, and a parameter, which costs more than the answer.
"""

from typing import Any

from django.db.models import Field, ForeignKey
from django.db.models.lookups import Lookup


@ForeignKey.register_lookup  # which takes none of its parents'
@Field.register_lookup
class Among(Lookup):
    """Whether a column is one of these values, as the database keeps them."""

    lookup_name = "among"
    prepare_rhs = False

    def get_db_prep_lookup(self, value: Any, connection: Any) -> tuple[str, list[Any]]:
        """Give the values as one array."""
        return "%s", [list(value)]

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Write the comparison; of no value it is false."""
        column, given = self.process_lhs(compiler, connection)
        array, values = self.process_rhs(compiler, connection)
        kind = self.lhs.output_field.db_type(connection).split("(")[0]
        return f"{column} = ANY({array}::{kind}[])", [*given, *values]
