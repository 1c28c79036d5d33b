/** The form that a plan answers: sections and questions, versioned, in Dutch and English. */
package nl.klimrek.popforms.template;
