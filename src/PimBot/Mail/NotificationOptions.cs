namespace PimBot.Mail;

/// <summary>Section <c>Notifications</c>: what PimBot says by itself.</summary>
internal sealed class NotificationOptions
{
    public const string Section = "Notifications";

    /// <summary>Whether active administrators get a digest each Monday.</summary>
    public bool WeeklyDigest { get; set; } = true;
}
