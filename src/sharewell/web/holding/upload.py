"""How a file comes in: nowhere, unless a page asks for one; then into memory, and no further than the largest."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from django.core.exceptions import TooManyFilesSent
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from sharewell.casework.file_kind import LARGEST

View = Callable[..., HttpResponse]


class NoFile(FileUploadHandler):
    """For every page that asks for none."""

    def new_file(self, *_: object, **__: object) -> None:
        """Refuse it.

        Raises: TooManyFilesSent.
        """
        raise TooManyFilesSent("no file was asked for")


class OneFile(FileUploadHandler):
    """One file, held in memory: nothing that somebody sends touches a disk before it is looked at."""

    too_big = False

    def new_file(self, *args: object, **kwargs: object) -> None:
        """Begin."""
        super().new_file(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        self._held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Take a piece; leave the file out once it is too big."""
        if start + len(raw_data) > LARGEST:
            self.too_big = True
            self._held = BytesIO()
            raise SkipFile
        self._held.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file."""
        self._held.seek(0)
        kind = self.content_type or ""
        return InMemoryUploadedFile(
            self._held, self.field_name, self.file_name or "", kind, file_size, self.charset, self.content_type_extra
        )


def takes_a_file(view: View) -> View:
    """A page that asks for one file. The form's token is checked after the way in has been set."""
    checked = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def respond(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        request.upload_handlers = [OneFile(request)]
        return checked(request, *args, **kwargs)

    return respond


def was_too_big(request: HttpRequest) -> bool:
    """Whether a file was left out because it was too big."""
    came = request.FILES  # which reads what was sent, if nothing has read it yet
    return not came and any(isinstance(each, OneFile) and each.too_big for each in request.upload_handlers)


def with_file(request: HttpRequest) -> dict[str, Any]:
    """What a form of such a page is made with: what was sent, or nothing yet."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
