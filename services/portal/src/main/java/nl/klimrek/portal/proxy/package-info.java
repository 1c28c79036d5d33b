/** Shows the issuer's pages and the demo's mailbox on the portal's own port. */
package nl.klimrek.portal.proxy;
