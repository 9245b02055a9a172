"""The sound of a hold as one track: a WAV whose tones are where they should be."""

import base64
import struct

import pytest

PACE = {"ready": 5_000, "turn": 8_000, "breathIn": 4_000, "breathOut": 6_000, "waits": False}
RATE = 8_000

MAKE = """async ([call, times, pace]) => {
    const { tonesOf, trackOf } = await import("/static/js/player/tracks.js");
    const tones = tonesOf(call, times, pace);
    const blob = trackOf(tones, times.ready + times.rest);
    return [tones.map(tone => [tone.cue, tone.at]), await read(blob)];
}"""
READ = """() => { globalThis.read = blob => new Promise(done => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1]);
    reader.readAsDataURL(blob);
}); }"""


@pytest.fixture
def track(page, live_server, allowed_errors):
    """Return a maker of tracks: the tones as (cue, milliseconds), and the bytes of the file."""
    allowed_errors.add("404")  # the smallest page of all has no icon
    page.goto(f"{live_server.url}/health/")
    page.evaluate(READ)

    def make(call="ready", *, ready=5_000, total=30_000, rest=None, pace=None):
        times = {"ready": ready, "total": total, "rest": total if rest is None else rest}
        tones, wav = page.evaluate(MAKE, [call, times, pace])
        return [tuple(tone) for tone in tones], base64.b64decode(wav)

    return make


def loudness(wav, *, at, long=80):
    """Return the loudest sample within ``long`` milliseconds from ``at``, 0 to 32767."""
    samples = struct.unpack(f"<{(len(wav) - 44) // 2}h", wav[44:])
    first = RATE * at // 1000
    return max(abs(sample) for sample in samples[first : first + RATE * long // 1000])


def test_a_track_is_a_wav_of_one_channel_with_16_bits(track):
    _, wav = track()
    samples = len(wav) - 44
    assert samples == 2 * RATE * (5 + 30 + 2)  # getting ready, the hold, a silent end
    assert wav[:4] + wav[8:16] + wav[36:40] == b"RIFFWAVEfmt data"
    assert struct.unpack("<I", wav[4:8]) == (36 + samples,)
    assert struct.unpack("<IHHIIHH", wav[16:36]) == (16, 1, 1, RATE, 2 * RATE, 2, 16)
    assert struct.unpack("<I", wav[40:44]) == (samples,)


@pytest.mark.parametrize("call", ["ready", "switch", "posture"])
def test_tones_are_at_their_times_and_all_else_is_silent(track, call):
    tones, wav = track(call)
    heard = [at for at in range(0, 37_000, 500) if loudness(wav, at=at) > 1_000]
    assert tones == [
        (call, 0),
        ("press", 5_000),
        ("count", 32_000),
        ("count", 33_000),
        ("count", 34_000),
    ]
    assert heard == [at for _, at in tones]
    assert loudness(wav, at=1_000, long=4_000) == 0
    assert loudness(wav, at=5_400, long=26_600) == 0
    assert loudness(wav, at=35_000, long=2_000) == 0


def test_no_tone_is_louder_than_the_live_ones(track):
    _, wav = track()
    assert 5_000 <= loudness(wav, at=0, long=37_000) <= 0.16 * 32_767 + 1


def test_the_breath_is_heard_only_by_who_chose_it(track):
    tones, wav = track(pace=PACE)
    breaths = [(cue, at) for cue, at in tones if cue in {"in", "out"}]
    assert breaths == [("in", 10_000), ("out", 14_000), ("in", 20_000), ("out", 24_000)]
    assert all(loudness(wav, at=at) > 1_000 for _, at in breaths)


def test_a_hold_that_was_begun_before_sounds_only_its_rest(track):
    tones, wav = track(total=30_000, rest=12_000, pace=PACE)
    assert tones == [
        ("ready", 0),
        ("press", 5_000),
        ("out", 5_000 + 19_000 - 18_000),
        ("count", 14_000),
        ("count", 15_000),
        ("count", 16_000),
    ]
    assert len(wav) - 44 == 2 * RATE * (5 + 12 + 2)


def test_the_last_two_seconds_of_a_hold_have_two_counts(track):
    tones, _ = track(rest=2_500)
    assert [at for cue, at in tones if cue == "count"] == [5_500, 6_500]


def test_breaths_begin_where_the_page_says_so(track, page):
    assert (
        page.evaluate(
            """async ([pace, totals]) => {
        const { beat, breaths } = await import("/static/js/player/timeline.js");
        const off = [];
        for (const total of totals) {
            let before = "", seen = [];
            for (let at = 0; at < total; at += 250) {
                const now = beat(total, total - at, pace);
                if (now !== before && (now === "in" || now === "out")) seen.push(`${now} ${at}`);
                before = now;
            }
            const said = breaths(total, pace).map(({ beat, at }) => `${beat} ${at}`);
            if (said.join() !== seen.join()) off.push([total, said, seen]);
        }
        return off;
    }""",
            [PACE, [*range(5_000, 120_000, 5_000), 300_000]],
        )
        == []
    )


def test_the_end_of_a_session_is_a_short_track(track, page):
    made = """async () => read((await import("/static/js/player/tracks.js")).finale())"""
    wav = base64.b64decode(page.evaluate(made))
    assert all(loudness(wav, at=at) > 1_000 for at in (0, 120, 240))
    assert loudness(wav, at=400, long=200) == 0
    assert len(wav) - 44 == 2 * RATE * 0.6
