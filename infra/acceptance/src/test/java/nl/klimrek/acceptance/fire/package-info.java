/**
 * Delivery under fire, on real engines: instances of a service that counts, with the real store, relay and inbox, while a
 * nemesis stops, freezes, crashes, slows, refuses, delays and duplicates; afterwards every guarantee is judged from what
 * is stored and what is on the topic.
 */
package nl.klimrek.acceptance.fire;
