from django.db import migrations, models


class Migration(migrations.Migration):
    """A journal row outlives its child: the fact stays that something was there."""

    dependencies = [("journal", "0001_initial"), ("people", "0002_source_says")]

    operations = [
        migrations.AlterField(
            model_name=name,
            name="child",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=models.DO_NOTHING,
                related_name="+",
                to="people.child",
            ),
        )
        for name in ("entry", "look")
    ]
