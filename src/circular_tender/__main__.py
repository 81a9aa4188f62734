"""The library from a terminal: `python -m circular_tender assess|explain|verify|form|schema`.

Every command reads documents, calls one function of the library, and writes what it gives. Exit codes:

  0  done
  1  the documents have problems, or a record is refused
  2  the command is not used rightly, or a file can't be read or written
  3  a form was read and written, and somebody must look at what is told
"""

import argparse
import io
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout, suppress
from pathlib import Path

import circular_tender as ct
from circular_tender.bids import read
from circular_tender.errors import MissingExtra
from circular_tender.narrate import LANGUAGES
from circular_tender.record import verify

DONE, REFUSED, MISUSED, DOUBTFUL = range(4)
_READERS = ("authority", "bidder", "public")
_KINDS = ("tender", "bid", "judgements", "decisions")


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code of a command, after it has run."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        _check_outputs(options)
        return run(options)
    except (ct.InvalidDocuments, ct.UndefinedResult, MissingExtra) as error:
        _say(ct.to_text(error, language=options.language or "en"))
        return _code(error)
    except (ct.TenderError, OSError) as error:
        _say(f"{error}\n")
        return MISUSED


def _code(error: ct.InvalidDocuments | ct.UndefinedResult | MissingExtra) -> int:
    """Return the exit code of an error: documents that say something wrong are not files that can't be read."""
    match error:
        case MissingExtra():
            return MISUSED
        case ct.InvalidDocuments(problems=problems) if any(one.code == "file-not-found" for one in problems):
            return MISUSED
        case _:
            return REFUSED


def _parser() -> argparse.ArgumentParser:
    about = (__doc__ or "").partition("\n\n")[2]
    parser = argparse.ArgumentParser(
        prog="python -m circular_tender", description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True, metavar="assess|explain|verify|form|schema")
    _assess(commands.add_parser("assess", help="the ranking, and why, of all bids"))
    _explain(commands.add_parser("explain", help="why one bid has its points, alone or beside another"))
    check = commands.add_parser("verify", help="recompute the assessment in a record")
    check.add_argument("record", type=Path, help="what `assess --record` wrote")
    check.add_argument("--pin", action="append", default=[], metavar="NAME=DIGEST", help="a digest from elsewhere")
    check.set_defaults(run=_run_verify, language=None)
    forms = commands.add_parser("form", help="spreadsheets for bidders and panels, and back").add_subparsers(
        required=True, metavar="blank|marks|read"
    )
    _blank(forms.add_parser("blank", help="the form in which bidders answer a tender"))
    _marks(forms.add_parser("marks", help="the form in which a panel marks the bids"))
    _read(forms.add_parser("read", help="the bid or the judgements in a form that came back, as YAML"))
    schema = commands.add_parser("schema", help="the JSON Schema of a kind of document")
    schema.add_argument("kind", choices=_KINDS)
    _writes(schema, _run_schema)
    return parser


def _writes(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """Add what every command has that writes."""
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write, instead of the terminal")
    parser.add_argument(
        "--language", choices=tuple(LANGUAGES), help="by default the tender's first, and English of what is wrong"
    )
    parser.set_defaults(run=run)


def _documents(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("tender", type=Path, help="the tender, YAML or JSON")
    parser.add_argument("bids", type=Path, help="a folder of bids, one of them, or JSON Lines")
    parser.add_argument("--judgements", type=Path, metavar="FILE", help="the marks of the panel")
    parser.add_argument("--decisions", type=Path, metavar="FILE", help="the log of decisions")
    parser.add_argument("--lot", metavar="LOT", help="of a tender with lots: this one; its record is of all lots")
    parser.add_argument(
        "--reader", choices=_READERS, default="authority", help="who reads it; by default the authority"
    )


def _assess(parser: argparse.ArgumentParser) -> None:
    _documents(parser)
    parser.add_argument("--format", choices=("text", "markdown", "html", "json", "xlsx"), default="text")
    parser.add_argument(
        "--record", dest="recorded", type=Path, metavar="FILE", help="write the record that `verify` checks"
    )
    _writes(parser, _run_assess)


def _explain(parser: argparse.ArgumentParser) -> None:
    _documents(parser)
    parser.add_argument("bid", help="the id of the bid")
    parser.add_argument("--beside", metavar="BID", help="compare it with this one")
    parser.add_argument("--format", choices=("text", "markdown", "html", "json"), default="text")
    _writes(parser, _run_explain)


def _blank(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("tender", type=Path, help="the tender, YAML or JSON")
    parser.add_argument("--bid", type=Path, metavar="FILE", help="fill it with this bid")
    parser.add_argument("--format", choices=("xlsx", "csv"), default="xlsx", help="csv: the long form, for programs")
    _writes(parser, _run_blank)


def _marks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("tender", type=Path, help="the tender, YAML or JSON")
    parser.add_argument("bids", type=Path, help="a folder of bids, one of them, or JSON Lines")
    parser.add_argument(
        "--member", action="append", default=[], metavar="ROLE", help="ask for the marks of this member"
    )
    parser.add_argument("--judgements", type=Path, metavar="FILE", help="fill it with these")
    parser.add_argument("--format", choices=("xlsx", "csv"), default="xlsx", help="csv: the long form, for programs")
    _writes(parser, _run_marks)


def _read(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("tender", type=Path, help="the tender, YAML or JSON")
    parser.add_argument("form", type=Path, help="a workbook (.xlsx), or the long form (.csv)")
    parser.add_argument("--bids", type=Path, help="those that a scoring sheet is about")
    _writes(parser, _run_read)


def _assessed(options: argparse.Namespace) -> ct.Assessment | ct.Assessments:
    """Return the assessment of a tender, or of all its lots."""
    judgements = ct.read_judgements(options.judgements) if options.judgements else None
    decisions = ct.read_decisions(options.decisions) if options.decisions else None
    tender, bids = ct.read_tender(options.tender), ct.read_bids(options.bids)
    if tender.lots or options.lot is not None:
        return ct.assess_lots(tender, bids, judgements, decisions)
    return ct.assess(tender, bids, judgements, decisions)


def _asked(assessed: ct.Assessment | ct.Assessments, options: argparse.Namespace) -> ct.Assessment | ct.Assessments:
    """Return the assessment that is asked for: of one lot, where one is named."""
    return assessed[options.lot] if isinstance(assessed, ct.Assessments) and options.lot is not None else assessed


def _needs_lot(assessments: ct.Assessments) -> int:
    lots = ", ".join(lot.id for lot in assessments.tender.lots)
    _say(f"this is of one lot: say of which with --lot ({lots})\n")
    return MISUSED


def _run_assess(options: argparse.Namespace) -> int:
    if options.format == "xlsx" and options.reader != "authority":
        _say("a workbook is for the authority only: --format xlsx goes with no other --reader\n")
        return MISUSED
    assessed = _assessed(options)
    asked = _asked(assessed, options)
    if options.format == "xlsx" and isinstance(asked, ct.Assessments):
        return _needs_lot(asked)
    if options.recorded:
        _write(ct.record(assessed), options.recorded)
    if options.format == "xlsx" and isinstance(asked, ct.Assessment):
        return _write(ct.workbook(asked, language=options.language), options.output)
    return _write(_told(ct.report(asked, reader=options.reader), options), options.output)


def _run_explain(options: argparse.Namespace) -> int:
    assessment = _asked(_assessed(options), options)
    if isinstance(assessment, ct.Assessments):
        return _needs_lot(assessment)
    if options.beside:
        told = _told(ct.compare(assessment, options.bid, options.beside, reader=options.reader), options)
    else:
        told = _told(ct.explain(assessment, options.bid, reader=options.reader), options)
    return _write(told, options.output)


def _told(value: ct.Report | ct.LotsReport | ct.Explanation | ct.Comparison, options: argparse.Namespace) -> bytes:
    match options.format:
        case "json":
            text = ct.to_json(value)
        case "html":
            text = ct.to_html(value, language=options.language)
        case "markdown":
            text = ct.to_markdown(value, language=options.language)
        case _:
            text = ct.to_text(value, language=options.language)
    return text.encode()


def _run_verify(options: argparse.Namespace) -> int:
    told = io.StringIO()
    with redirect_stdout(told):
        code = verify.main([str(options.record), *(part for pin in options.pin for part in ("--pin", pin))])
    _print(_encoded(told.getvalue()))
    return code


def _run_blank(options: argparse.Namespace) -> int:
    tender = ct.read_tender(options.tender)
    bid = read(options.bid, ct.Bid, "bid") if options.bid else None
    return _write(ct.bid_form(tender, bid=bid, language=options.language, form=options.format), options.output)


def _run_marks(options: argparse.Namespace) -> int:
    tender, bids = ct.read_tender(options.tender), ct.read_bids(options.bids)
    judgements = ct.read_judgements(options.judgements) if options.judgements else None
    roles, language, form = options.member, options.language, options.format
    sheet = ct.scoring_sheet(tender, bids, members=roles, judgements=judgements, language=language, form=form)
    return _write(sheet, options.output)


def _run_read(options: argparse.Namespace) -> int:
    tender = ct.read_tender(options.tender)
    filled = ct.read_form(options.form, tender, bids=ct.read_bids(options.bids) if options.bids else ())
    _write(ct.write(filled.document).encode(), options.output)
    if len(filled.doubts) == 0:
        return DONE
    _say(ct.to_text(filled.doubts, language=options.language or "en"))
    return DOUBTFUL


def _run_schema(options: argparse.Namespace) -> int:
    schema = json.dumps(ct.json_schema(options.kind), ensure_ascii=False, indent=2)
    return _write(f"{schema}\n".encode(), options.output)


def _check_outputs(options: argparse.Namespace) -> None:
    """Raise `OSError` where what is to be written is something that is read, or two things are to be one file."""
    given = {name: path for name, path in vars(options).items() if isinstance(path, Path)}
    outputs = [given.pop(name) for name in ("output", "recorded") if name in given]
    for output in outputs:
        if any(_is_same(output, file) for path in given.values() for file in _files(path)):
            raise FileExistsError(f"{output} is one of the documents that are read")
    if len({output.resolve() for output in outputs}) < len(outputs):
        raise FileExistsError(f"{outputs[0]} is to be written twice")


def _files(path: Path) -> Iterator[Path]:
    """Yield a file, or those of a folder."""
    yield from path.iterdir() if path.is_dir() else [path]


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _write(content: bytes, output: Path | None) -> int:
    """Write to a file, whole or not at all, or to the terminal; raises `OSError`."""
    if output is None:
        return _print(content)
    try:
        _replace(content, output)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(output)) from None
    return DONE


def _replace(content: bytes, output: Path) -> None:
    if output.exists() and not output.is_file():  # a device or a pipe, in whose place no file may come
        output.write_bytes(content)
        return
    target = output.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with beside.open("xb") as file:
            file.write(content)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _print(content: bytes) -> int:
    """Write to the terminal, in UTF-8 whatever its settings; a workbook only where something takes it."""
    if content.startswith(b"PK") and sys.stdout.isatty():
        raise OSError("a workbook is no text: say where to write it with -o FILE")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on, which is no error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _say(text: str) -> None:
    with suppress(BrokenPipeError):
        sys.stderr.buffer.write(_encoded(text))
        sys.stderr.flush()


def _encoded(text: str) -> bytes:
    """Return a text in UTF-8, which names of files and what a stranger wrote in a record may not be."""
    return text.encode(errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
