/** Feedback between colleagues: asked, given, read by who asked, and shared where they choose. */
package nl.klimrek.portal.feedback;
