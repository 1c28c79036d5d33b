/**
 * Forms of pages: what was filled in, the one command a form sends, and what is remembered when it was not taken. Nothing
 * that somebody typed is lost: after a refusal, an absent service or an ended session it stands in the same form again.
 */
package nl.klimrek.portal.form;
