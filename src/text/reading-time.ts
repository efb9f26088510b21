/**
 * Syllables that a reader takes in within a minute. No study of Vietnamese is known to us, so the
 * rate is worked out from two of other languages. Trauzettel-Klosinski and Dietz (2012,
 * doi 10.1167/iovs.11-8284) had people in 17 languages read aloud: 863 characters a minute on
 * average, which is about 200 Vietnamese syllables with their spaces. Brysbaert (2019,
 * doi 10.1016/j.jml.2019.104047) finds that we read 238 words a minute silently and 183 aloud.
 */
const syllablesAMinute = 250;

/** Returns the whole minutes that reading a text takes; undefined when it takes less than one. */
export function readingMinutes(syllables: number): number | undefined {
  return syllables < syllablesAMinute ? undefined : Math.round(syllables / syllablesAMinute);
}
