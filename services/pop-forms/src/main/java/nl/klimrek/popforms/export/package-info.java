/** Taking one's own plan along, whole. */
package nl.klimrek.popforms.export;
