"""A region's files on Spark, two workers in processes of their own: the same links as on DuckDB.

It needs Java and the extra: `pip install 'plait[region]'`; without them it is skipped.
"""

import os
import shutil
import warnings

import pytest

from plait.sample.truth.agencies import two_agencies
from plait.standards.matching.deciding import decide, thresholds
from plait.standards.matching.person import person
from plait.standards.matching.splink_model import scored_pairs
from plait.standards.matching.whole_files import with_usual_names

pytestmark = [pytest.mark.slow, pytest.mark.spark]
CLUSTER = "local-cluster[2,1,1024]"  # two workers, a core and 1,024 MB each


@pytest.fixture(scope="module")
def session():
    if not shutil.which("java"):
        pytest.skip("Spark needs Java, which this machine lacks")
    pytest.importorskip("pyspark", reason="the extra plait[region] is not installed")
    from pyspark.sql import SparkSession

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a library that is not ours
        made = (
            SparkSession.builder.master(CLUSTER).appName("plait")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.default.parallelism", "4")
            .config("spark.ui.enabled", "false")
            .getOrCreate()
        )  # fmt: skip
        made.sparkContext.setLogLevel("ERROR")
        yield made
        made.stop()


@pytest.mark.filterwarnings("ignore")
def test_two_files_are_linked_on_spark_as_they_are_on_duckdb(session):
    truth = two_agencies(each=4_000, seed=6)
    people = (
        [person(str(n), row) for n, row in enumerate(rows)] for rows in (truth.left, truth.right)
    )
    left, right = with_usual_names(*people)
    at = thresholds(4_000)
    here, weights = scored_pairs(left, right, low=at.low)  # trained here, by EM
    there, _ = scored_pairs(left, right, low=at.low, spark=session, weights=weights)
    assert session.sparkContext.master == CLUSTER
    told = [{(d.left, d.right, d.decision, d.why) for d in decide(p, at=at)} for p in (here, there)]
    assert len(told[0]) > 3_000
    assert told[0] == told[1]
