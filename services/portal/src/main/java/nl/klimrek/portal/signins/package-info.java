/** HR's page of accounts at the organisation's own issuer: whom nobody knows, and who is linked. */
package nl.klimrek.portal.signins;
