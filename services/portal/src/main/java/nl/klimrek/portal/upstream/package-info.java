/** The services behind the portal, and asking them without being dragged along when one is away. */
package nl.klimrek.portal.upstream;
