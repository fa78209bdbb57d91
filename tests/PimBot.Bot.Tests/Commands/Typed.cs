using PimBot.Bot.Commands;
using Xunit;

namespace PimBot.Bot.Tests.Commands;

/// <summary>The person, zone, time and roles that texts are read against in these tests.</summary>
internal static class Typed
{
    public static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>Wednesday 4 March 2026, 14:00:30 in Stockholm (UTC+1).</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 4, 13, 0, 30, TimeSpan.Zero);

    public static readonly IReadOnlyList<NamedRole> Roles =
    [
        new("ga", "Global Administrator", ["GA"]),
        new("ea", "Exchange Administrator", ["EXO"]),
        new("hd", "Helpdesk Administrator", []),
        new("sfb", "Skype for Business Administrator", []),
        new("ua", "User Administrator", []),
        new("uaa", "User Access Administrator", ["UAA"]),
        new("pra", "Privileged Role Administrator", []),
        new("paa", "Privileged Authentication Administrator", []),
        new("vmc", "Virtual Machine Contributor", ["VM Contributor"]),
    ];

    public static readonly TextContext Context = new(Now, Stockholm, Roles);

    public static Command Parse(string text) => CommandParser.Parse(text, Context);

    public static ActivateCommand Activate(string text) => Assert.IsType<ActivateCommand>(Parse(text));

    /// <summary>A local time in Stockholm as "2026-03-04 17:00"; null stays null.</summary>
    public static string? Local(DateTimeOffset? moment) =>
        moment is { } at ? TimeZoneInfo.ConvertTime(at, Stockholm).ToString("yyyy-MM-dd HH:mm:ss zzz") : null;
}
