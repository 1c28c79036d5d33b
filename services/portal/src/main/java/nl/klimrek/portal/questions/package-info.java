/** The question bank for HR: Klimrek's questions, the organisation's own, and sets of questions. */
package nl.klimrek.portal.questions;
