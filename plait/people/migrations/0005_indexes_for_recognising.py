"""So that one person is looked for among 300,000 children, and among those sent, by an index."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("people", "0004_incoming")]

    operations = [
        migrations.AddIndex(
            model_name="child",
            index=models.Index(fields=["area", "postcode"], name="child_by_postcode"),
        ),
        migrations.AddIndex(
            model_name="incoming",
            index=models.Index(
                fields=["area", "upn"], name="incoming_by_upn", condition=~Q(upn="")
            ),
        ),
        migrations.AddIndex(
            model_name="incoming",
            index=models.Index(
                fields=["area", "nhs"], name="incoming_by_nhs", condition=~Q(nhs="")
            ),
        ),
        migrations.AddIndex(
            model_name="incoming",
            index=models.Index(fields=["area", "birth_date"], name="incoming_by_birth_date"),
        ),
    ]
