"""Which forms were sent already, so that one sent twice does its act once."""

from django.db import models


class SentForm(models.Model):
    """A form that was sent and did its act; it is kept in the act's own transaction.

    The key is a digest of the form's mark, its sender, its address and all it said: nothing of
    what was said can be read from it, and the same page with other words is another form.
    """

    key = models.CharField(max_length=64, unique=True)
    address = models.TextField(blank=True)  # of the page that followed
    page = models.TextField(blank=True)  # or the page itself, where it has no address
    at = models.DateTimeField(db_index=True)
