using PimBot.Domain.Access;
using PimBot.Domain.Activations;
using PimBot.Domain.Reviews;

namespace PimBot.Application.Access;

/// <summary>Reads the series of access reviews.</summary>
internal static class DirectoryReviewsReader
{
    private static readonly string[] Keys =
    [
        "name",
        "role",
        "scope",
        "type",
        "start",
        .. DirectoryReviewSettingsReader.Keys,
    ];

    public static IReadOnlyList<DirectoryReview> Read(DirectoryCursor? section, DirectoryReading reading)
    {
        var reviews = new List<DirectoryReview>();
        var lines = new Dictionary<(RoleScope, string), int>();
        foreach (var item in section?.Items() ?? [])
        {
            if (DirectoryFields.Of(item, Keys) is not { } fields || Review(fields, reading) is not { } review)
            {
                continue;
            }

            if (lines.TryAdd((review.Access, review.Name), item.Line))
            {
                reviews.Add(review);
            }
            else
            {
                var line = lines[(review.Access, review.Name)];
                item.Fault($"is a second review of that role and scope with that name, after the one in line {line}");
            }
        }

        return reviews;
    }

    private static DirectoryReview? Review(DirectoryFields fields, DirectoryReading reading)
    {
        var about = DirectoryRoleScopeReader.Read(fields, reading);
        var name = fields.Optional("name");
        var given = InertText.Clean(name?.Text(ReviewSeries.LongestName), ReviewSeries.LongestName);
        var type = fields.Optional("type");
        var reviewed = type is null ? ReviewedTypes.Both : type.Word(DirectoryVocabulary.Reviewed);
        var startAt = fields.Optional("start");
        var start = startAt?.Moment(reading.Now);
        var first = start?.At ?? reading.Now;
        var settings = DirectoryReviewSettingsReader.Read(fields, first, reading);
        if (first - reading.Now > ReviewRules.FarthestStart)
        {
            startAt?.Fault($"is more than {ReviewRules.FarthestStart.Days} days ahead");
        }

        return
            about is not { Access: var access, Role: var role }
            || settings is null
            || reviewed is null
            || (name is not null && given is null)
            || (startAt is not null && start is null)
            ? null
            : new DirectoryReview
            {
                Access = access,
                Name = given ?? role?.Name ?? "",
                First = first,
                IsRelative = start is not { Relative: null },
                BeginsAtOnce = startAt is null,
                Settings = settings with { Type = Type(reviewed.Value) },
            };
    }

    private static AssignmentType? Type(ReviewedTypes reviewed) =>
        reviewed switch
        {
            ReviewedTypes.Eligible => AssignmentType.Eligible,
            ReviewedTypes.Active => AssignmentType.Active,
            _ => null,
        };
}
