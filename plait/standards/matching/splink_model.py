"""The Splink model for large files: the same ladder in SQL, weights trained by EM on the data.

It runs on DuckDB, or on a Spark session for a region; nothing but SQL both know is used.
"""

import importlib
from collections.abc import Sequence
from typing import Any, Final

from plait.standards.matching import splink_training
from plait.standards.matching.blocking import BLOCKS
from plait.standards.matching.deciding import Pair
from plait.standards.matching.levels import LADDERS, UNKNOWN, Levels
from plait.standards.matching.person import Person
from plait.standards.matching.refusal import Refused
from plait.standards.matching.rules import ruling
from plait.standards.matching.weights import Weights, preset, prior, probability

NOT_INSTALLED: Final = (
    "Matching large files needs Splink and DuckDB, which this installation lacks: "
    "install the extra, pip install 'plait[linkage]'."
)
_NEAR: Final = (
    "(length({0}_l) >= 3 and length({0}_r) >= 3 and (levenshtein({0}_l, {0}_r) <= 1 or "
    "levenshtein({0}_l, {0}_r) <= 2 and (length({0}_l) >= 7 and length({0}_r) >= 7"
    " or {0}_bag_l = {0}_bag_r)))"
)
_ROUND: Final = "(forename_l = surname_r and surname_l = forename_r)"
_BEGINS: Final = (
    "(substr(forename_l, 1, length(forename_r)) = forename_r"
    " or substr(forename_r, 1, length(forename_l)) = forename_l)"
)
_CONDITIONS: Final[dict[str, dict[str, str]]] = {
    "forename": {
        "same": "forename_l = forename_r",
        "short": "{overlap}(forenames_l, forenames_r)",
        "swapped": _ROUND,
        "near": f"{_NEAR.format('forename')} and not (usual_l and usual_r)",
        "alike": _NEAR.format("forename"),
        "begins": _BEGINS,
    },
    "surname": {
        "same": "surname_l = surname_r",
        "part": "{overlap}(surnames_l, surnames_r)",
        "swapped": _ROUND,
        "near": _NEAR.format("surname"),
    },
    "born": {
        "same": "born_l = born_r",
        "swapped": "born_l = born_swapped_r",
        "near": "{overlap}(born_parts_l, born_parts_r)",
    },
    "sex": {"same": "sex_l = sex_r"},
    "postcode": {
        "same": "postcode_l = postcode_r",
        "before": "{overlap}(postcodes_l, postcodes_r)",
        "district": "outcode_l = outcode_r",
    },
    "upn": {"same": "upn_l = upn_r"},
    "nhs": {"same": "nhs_l = nhs_r"},
    "setting": {"same": "setting_l = setting_r"},
}
_SILENT: Final = {"postcode": "postcodes"}  # the column that is null where a record is silent
_OVERLAP: Final = {"duckdb": "list_has_any", "spark": "arrays_overlap"}
_COLUMNS: Final = (
    "forename", "forenames", "surname", "surnames", "born", "born_swapped", "born_parts", "sex",
    "postcode", "postcodes", "outcode", "upn", "nhs", "setting",
)  # fmt: skip


def scored_pairs(
    left: Sequence[Person],
    right: Sequence[Person],
    *,
    low: float,
    spark: Any = None,
    weights: Weights | None = None,
) -> tuple[list[Pair], Weights]:
    """Give the likely pairs of two files with the weights they were scored by.

    Without weights, they are trained on these files; with them, they are taken as they are.
    """
    told = [name for name in LADDERS if _told(left, name) and _told(right, name)]
    start = prior(len(left), len(right))
    database = _database(spark)
    tables = [
        database.register(_table(people), table_name=name)
        for name, people in (("a_left", left), ("b_right", right))
    ]
    if weights is None:
        weights = splink_training.trained(tables, settings(told, start, preset(), database))
    return _predicted(tables, settings(told, start, weights, database), low), weights


def settings(told: list[str], start: float, weights: Weights, database: Any) -> dict[str, Any]:
    """Write the model as Splink's settings: what is compared, by which weights, in which blocks."""
    dialect = database.sql_dialect.sql_dialect_str
    return {
        "link_type": "link_only",
        "probability_two_random_records_match": start,
        "retain_matching_columns": True,  # Splink gives the levels themselves only with these
        "comparisons": [_comparison(name, weights, dialect) for name in told],
        "blocking_rules_to_generate_predictions": [{"blocking_rule": r} for r in _blocks()],
    }


def _blocks() -> list[str]:
    return [" and ".join(f"l.{one} = r.{other}" for one, other in block) for block in BLOCKS]


def _comparison(name: str, weights: Weights, dialect: str) -> dict[str, Any]:
    silent = _SILENT.get(name, name)
    levels: list[dict[str, Any]] = [
        {
            "sql_condition": f"{silent}_l is null or {silent}_r is null",
            "label_for_charts": UNKNOWN,
            "is_null_level": True,
        }
    ]
    for level in LADDERS[name]:
        condition = _CONDITIONS[name].get(level, "else").replace("{overlap}", _OVERLAP[dialect])
        m, u = weights.rates[name, level]
        fixed = splink_training.is_fixed(name, level)
        levels.append(
            {
                "sql_condition": condition,
                "label_for_charts": level,
                "m_probability": m,
                "u_probability": u,
                "fix_m_probability": fixed,
                "fix_u_probability": fixed,
            }
        )
    return {"output_column_name": name, "comparison_levels": levels}


def _told(people: Sequence[Person], name: str) -> bool:
    return any(getattr(one, name) for one in people)


def _database(spark: Any) -> Any:
    try:
        if spark is not None:
            spark_api: Any = importlib.import_module("splink").SparkAPI
            # Kept in memory: its other ways need a folder that every worker can reach.
            return spark_api(
                spark_session=spark,
                register_udfs_automatically=False,
                break_lineage_method="persist",
            )
        from splink import DuckDBAPI
    except ImportError as lacking:
        raise Refused(NOT_INSTALLED) from lacking
    return DuckDBAPI()


def _table(people: Sequence[Person]) -> Any:
    """Lay people out in columns; what is empty is null, so that it says nothing."""
    pa: Any = importlib.import_module("pyarrow")

    columns: dict[str, Any] = {"unique_id": pa.array(range(len(people)), pa.int64())}
    for name in _COLUMNS:
        kind = pa.list_(pa.string()) if name in _LISTS else pa.string()
        columns[name] = pa.array([getattr(one, name) or None for one in people], kind)
    for name in ("forename", "surname"):  # the letters alone, which a change of place leaves alike
        bags = ["".join(sorted(getattr(one, name))) or None for one in people]
        columns[f"{name}_bag"] = pa.array(bags, pa.string())
    columns["usual"] = pa.array([one.usual for one in people], pa.bool_())
    return pa.table(columns)


_LISTS: Final = ("forenames", "surnames", "born_parts", "postcodes")


def _predicted(tables: list[Any], model: dict[str, Any], low: float) -> list[Pair]:
    from splink import Linker

    linker = Linker(tables, model, log_level=None, validate_settings=False)
    found = linker.inference.predict(threshold_match_probability=min(low, _SEEN))
    told = [one["output_column_name"] for one in model["comparisons"]]
    code = " + ".join(f"(gamma_{name} + 1) * {8**place}" for place, name in enumerate(told))
    rows = _rows(linker, f"select unique_id_l, unique_id_r, match_weight, {code} as code "
                         f"from {found.physical_name}")  # fmt: skip
    read: dict[int, tuple[Levels, Any]] = {}
    pairs = []
    for left, right, bits, coded in rows:
        if coded not in read:
            levels = _levels(coded, told)
            read[coded] = (levels, ruling(levels))
        pairs.append(Pair(left, right, *read[coded], bits))
    return pairs


_SEEN: Final = probability(-12.0)  # a number in common is looked at even where all else differs


def _rows(linker: Any, sql: str) -> Any:
    answer = linker._db_api._execute_sql_against_backend(sql)
    return answer.fetchall() if hasattr(answer, "fetchall") else answer.collect()


def _levels(code: int, told: list[str]) -> Levels:
    """Read the ladder's levels out of the number Splink's answer was folded into."""
    found = dict.fromkeys(LADDERS, UNKNOWN)
    for name in told:
        code, gamma = divmod(code, 8)
        if gamma:
            found[name] = LADDERS[name][len(LADDERS[name]) - gamma]
    return Levels(**found)
