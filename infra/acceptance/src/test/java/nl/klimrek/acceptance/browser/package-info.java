/** The portal as people use it, in a real browser. */
package nl.klimrek.acceptance.browser;
