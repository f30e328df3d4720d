"""E-mail and texts through Notify, tried against a stand-in on this machine."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import jwt
import pytest
from django.core.mail import send_mail

from plait.config.notify import Texts
from plait.config.refusal import Refusal

SERVICE, SECRET = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"


class StandIn(BaseHTTPRequestHandler):
    def do_POST(self):
        said = jwt.decode(
            self.headers["Authorization"].removeprefix("Bearer "), SECRET, algorithms=["HS256"]
        )
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.taken.append((self.path, said["iss"], body))
        answer = b"{}"
        self.send_response(201)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


@pytest.fixture
def notify(settings):
    server = HTTPServer(("127.0.0.1", 0), StandIn)
    server.taken = []
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    settings.PLAIT_NOTIFY = {
        "key": f"test-{SERVICE}-{SECRET}",
        "address": f"http://127.0.0.1:{server.server_port}",
        "text_template": "t-1",
        "email_template": "e-1",
    }
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_text_goes_through_notify_signed_by_the_service(notify):
    Texts().send("07700900123", "Something waits for you.")
    [(path, service, body)] = notify.taken
    assert (path, service) == ("/v2/notifications/sms", SERVICE)
    assert body["phone_number"] == "07700900123"
    assert body["personalisation"] == {"words": "Something waits for you."}


def test_an_email_goes_to_each_person_apart(notify, settings):
    settings.EMAIL_BACKEND = "plait.config.notify.Emails"
    send_mail("Subject", "Words", None, ["a@example.org", "b@example.org"])
    assert [body["email_address"] for _, _, body in notify.taken] == [
        "a@example.org",
        "b@example.org",
    ]
    assert notify.taken[0][2]["personalisation"] == {"subject": "Subject", "words": "Words"}


def test_without_a_key_the_refusal_says_which_setting(settings):
    settings.PLAIT_NOTIFY = {**settings.PLAIT_NOTIFY, "key": ""}
    with pytest.raises(Refusal, match="PLAIT_NOTIFY_KEY"):
        Texts().send("07700900123", "x")
