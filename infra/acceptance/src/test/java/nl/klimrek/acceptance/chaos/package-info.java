/**
 * Chaos tests of delivery on real engines: instances of a counting service use the real store, relay and inbox while a
 * nemesis stops, freezes, crashes, delays, fails and duplicates. Then every guarantee is checked against the stored data
 * and the topic.
 */
package nl.klimrek.acceptance.chaos;
