"""Which ward a postcode lies in, and the wards' shapes, as an area loads them; no child's data."""

from django.db import models

from plait.people.models import Area, User


class PostcodeWard(models.Model):
    """One postcode of an area and the ward it lies in."""

    area = models.ForeignKey(Area, models.CASCADE, related_name="+")
    postcode = models.CharField(max_length=8)  # no blank, capital letters
    ward = models.CharField(max_length=120)
    code = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "postcode"], name="a_postcode_in_one_ward")
        ]


class WardShapes(models.Model):
    """The shapes of an area's wards: rings of points, drawn by the server."""

    area = models.OneToOneField(Area, models.CASCADE, related_name="+")
    shapes = models.JSONField()  # {"ward": [[[x, y], ...], ...]}
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
