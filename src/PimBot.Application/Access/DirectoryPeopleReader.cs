using PimBot.Application.Access.AsCode;
using PimBot.Domain.Access;

namespace PimBot.Application.Access;

internal static class DirectoryPeopleReader
{
    private static readonly string[] Keys =
    [
        "id",
        "name",
        "upn",
        "mail",
        "secondaryMail",
        "kind",
        "linkedTo",
        "manager",
        "enabled",
        "lastSignIn",
    ];

    public static void Read(DirectoryCursor? section, DirectoryReading reading)
    {
        var links = new List<(Person Person, DirectoryCursor At)>();
        var upns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (fields, id) in DirectorySection.Declare(section, Keys, reading.People))
        {
            if (id is not null && new PersonId(id) == DirectoryOperator.Id)
            {
                fields.Optional("id")?.Fault($"is reserved: {DirectoryOperator.Meaning}");
            }

            CheckUpn(fields.Optional("upn"), upns);
            if (Person(fields, id, reading) is not { } person)
            {
                continue;
            }

            reading.People.Keep(person.Id.Value, person);
            if (fields.Optional("linkedTo") is { } at)
            {
                links.Add((person, at));
            }
        }

        CheckLinks(links, reading.People.Entries);
    }

    private static Person? Person(DirectoryFields fields, string? id, DirectoryReading reading)
    {
        var name = fields.Required("name")?.Text(DirectoryValues.LongestName);
        var person = new Person
        {
            Id = new PersonId(id ?? ""),
            Name = name ?? "",
            Upn = fields.Optional("upn")?.Text(DirectoryValues.LongestAddress),
            Mail = fields.Optional("mail")?.Text(DirectoryValues.LongestAddress),
            SecondaryMail = fields.Optional("secondaryMail")?.Text(DirectoryValues.LongestAddress),
            Kind = fields.Optional("kind")?.Word(DirectoryVocabulary.PersonKinds) ?? PersonKind.Member,
            LinkedTo = Other(fields.Optional("linkedTo"), id, "nobody is their own second account", reading),
            Manager = Other(fields.Optional("manager"), id, "nobody is their own manager", reading),
            Enabled = fields.Optional("enabled")?.Flag() ?? true,
            LastSignIn = LastSignIn(fields.Optional("lastSignIn"), id, reading),
        };
        return id is null || name is null ? null : person;
    }

    private static PersonId? Other(DirectoryCursor? at, string? self, string faultForSelf, DirectoryReading reading)
    {
        if (!reading.People.TryFollow(at, out var id, out _))
        {
            return null;
        }

        if (id == self)
        {
            at?.Fault(faultForSelf);
        }

        return new PersonId(id);
    }

    private static DateTimeOffset? LastSignIn(DirectoryCursor? at, string? id, DirectoryReading reading)
    {
        if (at?.Moment(reading.Now) is not { } moment)
        {
            return null;
        }

        if (moment.At > reading.Now)
        {
            at.Fault("must not be in the future");
        }

        if (moment.Relative is not null && id is not null)
        {
            reading.RelativeSignIns.Add(new PersonId(id));
        }

        return moment.At;
    }

    private static void CheckUpn(DirectoryCursor? at, Dictionary<string, int> upns)
    {
        if (at?.Node is not { Kind: DirectoryNodeKind.Text, Text: { Length: > 0 } upn })
        {
            return;
        }

        if (!upns.TryAdd(upn, at.Line))
        {
            at.Fault($"belongs to another person already, in line {upns[upn]}: {DirectoryWords.Quote(upn)}");
        }
    }

    /// <summary>
    /// Whether two accounts belong to one human being is decided by one step (<see cref="Person.IsSameHumanAs"/>), so a
    /// chain would leave two of them strangers who could approve each other.
    /// </summary>
    private static void CheckLinks(List<(Person Person, DirectoryCursor At)> links, IReadOnlyList<Person> people)
    {
        var linkedTo = people.Where(p => p.LinkedTo is not null).ToDictionary(p => p.Id, p => p.LinkedTo);
        foreach (var (person, at) in links)
        {
            if (
                person.LinkedTo is { } other
                && other != person.Id
                && linkedTo.TryGetValue(other, out var next)
                && next is { } main
                && main != person.Id
                && main != other
            )
            {
                at.Fault(
                    $"leads to an account that is linked further: link to {DirectoryWords.Quote(main.Value)} instead"
                );
            }
        }
    }
}
