using System.Xml;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Application.Access;

/// <summary>From when to when an assignment holds, with the place of its end.</summary>
internal sealed record DirectoryPeriod(
    DirectoryMoment? Start,
    DirectoryMoment? End,
    DateTimeOffset Now,
    DirectoryCursor At
)
{
    /// <summary>Whether a moment counts from the load.</summary>
    public bool IsRelative => Start?.Relative is not null || End?.Relative is not null;

    /// <summary>Null when a moment can't be read. An end that is not after the start, or too soon after it, is a fault.</summary>
    public static DirectoryPeriod? Read(DirectoryCursor item, DirectoryFields fields, DateTimeOffset now)
    {
        var (startAt, endAt) = (fields.Optional("start"), fields.Optional("end"));
        var (start, end) = (startAt?.Moment(now), endAt?.Moment(now));
        if ((startAt is not null && start is null) || (endAt is not null && end is null))
        {
            return null;
        }

        var period = new DirectoryPeriod(start, end, now, endAt ?? item.AtMissing("end"));
        period.Check();
        return period;
    }

    /// <summary>Whether the policy lets an assignment last as long as this: from its start or, of what runs already, from the load.</summary>
    public void CheckAgainst(AssignmentPolicy policy)
    {
        if (policy.Maximum is not { } maximum)
        {
            return;
        }

        var limit = $"the role's policy allows at most {XmlConvert.ToString(maximum)}";
        if (End is not { } end)
        {
            At.Fault($"must be given: {limit}");
        }
        else if (end.At - (Start?.At > Now ? Start.Value.At : Now) > maximum)
        {
            At.Fault($"is too late: {limit}");
        }
    }

    private void Check()
    {
        if (End is not { } end)
        {
            return;
        }

        // Without a start it began before the load, unless its end counts from there. One that is over is history.
        var start = Start?.At ?? (End.Value.Relative is not null && end.At > Now ? Now : DateTimeOffset.MinValue);
        if (end.At <= start)
        {
            At.Fault("must be after the start");
        }
        else if (end.At - start < Assignment.Shortest)
        {
            At.Fault("must be at least 5 minutes after the start");
        }
    }
}
