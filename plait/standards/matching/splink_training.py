"""Training the weights on the files themselves, by expectation maximisation.

Levels too rare to be met in a sample, and the numbers, keep their pre-set weights.
"""

from typing import Any, Final

from plait.standards.matching.levels import LADDERS
from plait.standards.matching.refusal import Refused
from plait.standards.matching.weights import VERSION, Weights, preset

SEED: Final = 2026
RANDOM_PAIRS: Final = 1_000_001  # Splink warns of its own default of a million
EM_PAIRS: Final = 200_000
_RARE: Final = frozenset(
    {("forename", "swapped"), ("surname", "swapped"), ("postcode", "before"), ("born", "swapped")}
)
_SESSIONS: Final = (("born", "outcode"), ("forename", "surname"))
_ENOUGH: Final = frozenset({"forename", "surname", "born", "postcode"})


def is_fixed(comparison: str, level: str) -> bool:
    """Say whether a level keeps its pre-set weights."""
    return comparison in ("upn", "nhs") or (comparison, level) in _RARE


def trained(tables: list[Any], model: dict[str, Any]) -> Weights:
    """Train the weights; files too poor to learn from keep those pre-set, and it is said."""
    told = {one["output_column_name"] for one in model["comparisons"]}
    if not told >= _ENOUGH:
        return preset()
    from splink import Linker, block_on

    linker = Linker(tables, model, log_level=None, validate_settings=False)
    training = linker.training
    training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=SEED)
    for session in _SESSIONS:
        training.estimate_parameters_using_expectation_maximisation(
            block_on(*session), max_pairs=EM_PAIRS, record_sample_proportion=0.05
        )
    return _learnt(linker)


def _learnt(linker: Any) -> Weights:
    """Take the trained weights out of Splink; refuse where a told field stayed untrained."""
    rates = dict(preset().rates)
    kept = []
    for comparison in linker._settings_obj.core_model_settings.comparisons:
        name = comparison.output_column_name
        for place, level in zip(LADDERS[name], comparison.comparison_levels[1:], strict=True):
            if is_fixed(name, place):
                continue
            if level._m_is_trained and level._u_is_trained and level._has_estimated_values:
                m, u = float(level.m_probability), float(level.u_probability)
                rates[name, place] = (max(m, 1e-7), max(u, 1e-9))
            elif place == "same":
                raise Refused(_UNTRAINED.format(name))
            else:
                kept.append(f"{name} {place}")
    note = f"; pre-set for want of examples: {', '.join(kept)}" if kept else ""
    return Weights(rates, origin=f"trained by EM{note}", version=VERSION)


_UNTRAINED: Final = (
    "The model could not be trained on these files: the weight of the same {} stayed unknown. "
    "Look whether the column is filled and means the same in both."
)
