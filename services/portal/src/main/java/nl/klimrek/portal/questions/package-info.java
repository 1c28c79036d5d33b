/** The question bank: what people are asked, own questions, and own sets of questions. */
package nl.klimrek.portal.questions;
