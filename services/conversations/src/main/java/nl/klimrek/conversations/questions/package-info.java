/** Questions worth talking about: own words, in two languages, versioned and tagged. */
package nl.klimrek.conversations.questions;
