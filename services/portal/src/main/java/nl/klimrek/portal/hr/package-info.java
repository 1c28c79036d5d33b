/** Where HR begins: what asks for attention today, and the way to everything else. */
package nl.klimrek.portal.hr;
