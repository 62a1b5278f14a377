package io.github.alimsg.once.campaign;

/**
 * A campaign was given other recipients or other settings than those that it began with. Nothing was sent to those that
 * have changed: give the campaign what it began with, or begin another one under a new name.
 *
 * @serial exclude
 */
public final class CampaignChangedException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private CampaignChangedException(String message) {
        super(message);
    }

    static CampaignChangedException settings() {
        return new CampaignChangedException("the campaign began with another operation, template or other settings of"
                + " its batch; nothing was sent");
    }

    static CampaignChangedException recipients(long first, long last) {
        return new CampaignChangedException(
                "recipients " + first + " to " + last + " of the source, counted from 0, are"
                        + " not those that the campaign began with; nothing was sent to them");
    }
}
