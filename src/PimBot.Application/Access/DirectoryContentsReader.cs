namespace PimBot.Application.Access;

/// <summary>Reads all sections, each after those that it refers to.</summary>
internal static class DirectoryContentsReader
{
    private static readonly string[] Sections =
    [
        "people",
        "groups",
        "scopes",
        "roles",
        "policies",
        "assignments",
        "reviews",
        "alerts",
    ];

    public static DirectoryContents Read(DirectoryCursor root, DirectoryReading reading)
    {
        if (DirectoryFields.Of(root, Sections) is not { } sections)
        {
            return new([], [], [], [], [], []);
        }

        DirectoryRolesReader.Read(sections.Required("roles"), reading);
        DirectoryScopesReader.Read(sections.Required("scopes"), reading);
        DirectoryPeopleReader.Read(sections.Required("people"), reading);
        DirectoryGroupsReader.Read(sections.Optional("groups"), reading);
        var settings = sections.Optional("policies");
        var policies = DirectoryPoliciesReader.Read(settings, reading);
        var standing = sections.Optional("assignments");
        var assignments = DirectoryAssignmentsReader.Read(standing, reading);
        var (reviews, alerts) = (sections.Optional("reviews"), sections.Optional("alerts"));
        return new(
            reading.People.Entries,
            reading.Groups.Entries,
            reading.Scopes.Entries,
            reading.Roles.Entries,
            policies,
            assignments
        )
        {
            HasPolicies = settings is not null,
            HasAssignments = standing is not null,
            Reviews = DirectoryReviewsReader.Read(reviews, reading),
            HasReviews = reviews is not null,
            Alerts = DirectoryAlertsReader.Read(alerts, reading),
            HasAlerts = alerts is not null,
            ReadAt = reading.Now,
            Relative = reading.Relative,
            RelativeSignIns = reading.RelativeSignIns,
        };
    }
}
