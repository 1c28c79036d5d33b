/** Tests of the whole platform from outside, through its scripts, API and topics. */
package nl.klimrek.acceptance;
