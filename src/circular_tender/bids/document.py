"""What every document and every mapping in it has in common: frozen, closed, and able to say how it was written."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, ClassVar, Self, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from circular_tender.bids.built import plain_of
from circular_tender.bids.problems import findings_of, problems_of
from circular_tender.errors import Finding, InvalidDocuments
from circular_tender.rules import Json
from circular_tender.texts import Origin


class Entry(BaseModel):
    """A mapping in a document; a key that is not declared is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Document(Entry):
    """A document as a whole: read from a text, or built in code from keywords, mappings and lists.

    It raises `InvalidDocuments` where a key or value is not as it must be, and equals what is written in the same way.
    """

    kind: ClassVar[str]  # the name under which problems refer to it where no file has one

    _origin: Origin | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _checked(cls, given: Any, build: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:  # noqa: ANN401
        context: dict[str, Origin] = info.context or {}
        read_from = context.get("origin")
        origin = read_from or Origin(cls.kind)
        if read_from is None and isinstance(given, Mapping):
            built = cast("Mapping[str, object]", given).items()
            given = plain_of({"schema" if key == "schema_" else key: value for key, value in built}, cls.kind)
        try:
            document = build(given)
        except ValidationError as error:
            raise InvalidDocuments(problems_of(findings_of(error, cls, given), origin)) from None
        document._origin = read_from  # noqa: SLF001 -- set once, at the door
        if found := list(document.findings()):
            raise InvalidDocuments(problems_of(found, origin))
        return document

    def findings(self) -> Iterable[Finding]:
        """Return what does not hold between the parts of this document; what it holds is well-formed."""
        return ()

    @cached_property
    def plain(self) -> Json:
        """The document as it was written: mappings, lists, texts, true, false and null; every number is its text."""
        plain: dict[str, Any] = self.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return plain

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:  # noqa: ARG002 -- frozen
        """Return the document with other values, checked like any other."""
        plain = self.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return type(self)(**{**plain, **(update or {})})

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:  # noqa: ANN401 -- as pydantic's
        """Return the document of these values, checked like any other."""
        return cls(**values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and type(self) is type(other) and self.plain == other.plain

    def __hash__(self) -> int:
        return hash(repr(self.plain))
