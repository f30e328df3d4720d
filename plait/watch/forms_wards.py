"""Which ward each postcode lies in, and the shapes of the wards."""

from django import forms

LARGEST = 20 << 20


class _File(forms.FileField):
    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if file and file.size > LARGEST:
            raise forms.ValidationError("The file is larger than 20 MB. Simplify it.")
        return file


class LoadWards(forms.Form):
    """A CSV of postcodes and wards, and a GeoJSON of shapes; each takes the place of the last."""

    postcodes = _File(
        label="Postcodes and their wards", required=False,
        help_text="A CSV whose first line says postcode,ward.",
    )  # fmt: skip
    shapes = _File(
        label="The shapes of the wards", required=False,
        help_text="GeoJSON: a FeatureCollection of polygons, each with its ward's name.",
    )  # fmt: skip
