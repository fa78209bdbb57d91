using PimBot.Domain.Access;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Access;

/// <summary>Reads how a review is held.</summary>
internal static class DirectoryReviewSettingsReader
{
    public static readonly IReadOnlyList<string> Keys =
    [
        "reviewers",
        "fallback",
        "duration",
        "recurrence",
        "until",
        "occurrences",
        "timeZone",
        "reasonRequired",
        "recommendations",
        "whenSilent",
        "autoApply",
        "reminder",
    ];

    private const int LongestZone = 100;

    private const int MostOccurrences = 1000;

    /// <summary>Null where something can't be read, which is a fault then.</summary>
    /// <param name="fields">The review's members.</param>
    /// <param name="first">When it begins.</param>
    /// <param name="reading">What is known so far.</param>
    public static ReviewSettings? Read(DirectoryFields fields, DateTimeOffset first, DirectoryReading reading)
    {
        var pattern = RecurrencePattern.OneTime;
        if (fields.Optional("recurrence") is { } recurrenceAt)
        {
            pattern = recurrenceAt.Word(DirectoryVocabulary.Recurrences) ?? pattern;
        }

        var longest = TimeSpan.FromDays(ReviewCalendar.LongestDays(pattern));
        var days = fields.Required("duration")?.WholeDays(longest);
        var (kind, chosen) = Reviewers(fields.Required("reviewers"), reading);
        var fallback = People(fields.Optional("fallback"), reading);
        var zone = Zone(fields.Optional("timeZone"));
        var recurrence = Recurrence(fields, pattern, zone, first);
        var silence = fields.Optional("whenSilent")?.Word(DirectoryVocabulary.Silence);
        var published = new ReviewSettings { Reviewers = kind ?? ReviewerKind.Self, Days = days ?? 1 };
        var settings = published with
        {
            Chosen = chosen,
            Fallback = fallback,
            Recurrence = recurrence,
            TimeZone = zone ?? published.TimeZone,
            IsReasonRequired = Flag(fields, "reasonRequired", published.IsReasonRequired),
            ShowsRecommendations = Flag(fields, "recommendations", published.ShowsRecommendations),
            WhenSilent = silence ?? published.WhenSilent,
            IsAutoApplied = Flag(fields, "autoApply", published.IsAutoApplied),
            IsReminderSent = Flag(fields, "reminder", published.IsReminderSent),
        };
        return days is null || kind is null ? null : settings;
    }

    private static (ReviewerKind? Kind, IReadOnlyList<PersonId> Chosen) Reviewers(
        DirectoryCursor? at,
        DirectoryReading reading
    )
    {
        if (at is null)
        {
            return (null, []);
        }

        if (at.Node.Kind is not DirectoryNodeKind.List)
        {
            return (at.Word(DirectoryVocabulary.Reviewers), []);
        }

        if (at.Node.Items.Count == 0)
        {
            at.Fault("must name at least one reviewer, or be self or manager");
        }

        return (ReviewerKind.Chosen, People(at, reading));
    }

    private static List<PersonId> People(DirectoryCursor? list, DirectoryReading reading)
    {
        var people = new List<PersonId>();
        foreach (var item in list?.Items() ?? [])
        {
            if (!reading.People.TryFollow(item, out var id, out var person))
            {
                continue;
            }

            if (person is not null && !ReviewRules.MayReview(person))
            {
                item.Fault(
                    $"{DirectoryWords.Quote(person.Name)} can't review: only enabled accounts of daily work can"
                );
            }
            else if (people.Contains(new PersonId(id)))
            {
                item.Fault("is in the list twice");
            }

            people.Add(new PersonId(id));
        }

        if (people.Count > ReviewSettings.MostReviewers)
        {
            list!.Fault($"has more than {ReviewSettings.MostReviewers} people");
        }

        return people;
    }

    private static string? Zone(DirectoryCursor? at)
    {
        if (at?.Text(LongestZone) is not { } zone)
        {
            return null;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            at.Fault($"there is no time zone {DirectoryWords.Quote(zone)}; an example is Europe/Zurich");
            return null;
        }

        return zone;
    }

    private static ReviewRecurrence Recurrence(
        DirectoryFields fields,
        RecurrencePattern pattern,
        string? zone,
        DateTimeOffset first
    )
    {
        var (untilAt, countAt) = (fields.Optional("until"), fields.Optional("occurrences"));
        if (pattern is RecurrencePattern.OneTime)
        {
            (untilAt ?? countAt)?.Fault("is for reviews that come back: give recurrence too");
            return ReviewRecurrence.Once;
        }

        var until = untilAt?.Day();
        if (until is { } last)
        {
            var begin = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(first, zone ?? "Etc/UTC");
            if (last < DateOnly.FromDateTime(begin.DateTime))
            {
                untilAt!.Fault("must not be before the start");
            }
        }

        if (untilAt is not null)
        {
            countAt?.Fault("and until exclude each other");
        }

        return new ReviewRecurrence
        {
            Pattern = pattern,
            Until = until,
            Count = countAt?.Number(1, MostOccurrences),
        };
    }

    private static bool Flag(DirectoryFields fields, string key, bool usual) => fields.Optional(key)?.Flag() ?? usual;
}
