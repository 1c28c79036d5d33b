/** The demo's first page: a newcomer chooses whom to be. It exists only where the demo gave it a key. */
package nl.klimrek.portal.welcome;
