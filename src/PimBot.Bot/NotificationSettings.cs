namespace PimBot.Bot;

/// <summary>What of PimBot's own words can be switched off; the rest is each role's matter.</summary>
/// <param name="WeeklyDigest">Whether administrators get the weekly digest.</param>
public sealed record NotificationSettings(bool WeeklyDigest = true);
