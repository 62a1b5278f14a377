package io.github.alimsg.once.store;

/**
 * What a store keeps of a campaign, besides its parts and the moment at which its next part may be sent.
 *
 * @param name its name
 * @param fingerprint the fingerprint of what it sends, without its recipients; at most 64 characters of ASCII
 * @param partsPerSecond how many parts may be sent in a second, by all processes together
 */
public record CampaignRecord(String name, String fingerprint, double partsPerSecond) {}
