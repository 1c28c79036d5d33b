/** Which texts from outside may be shown as a name or mailed to. */
package nl.klimrek.servicekit.text;
