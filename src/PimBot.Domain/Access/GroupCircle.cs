namespace PimBot.Domain.Access;

/// <summary>
/// Finds groups that would be members or owners of themselves, directly or through others. Whoever is a member of a
/// member is a member; whoever owns a group is no member of it, so a circle with two ownerships in it does no harm.
/// </summary>
public static class GroupCircle
{
    /// <summary>Whether <paramref name="added"/> closes a circle with what is held already.</summary>
    public static bool IsClosedBy(GroupHold added, IEnumerable<GroupHold> held)
    {
        var from = held.ToLookup(h => h.Holder);
        var start = (Group: added.Over, HasOwner: added.IsOwner);
        var (seen, next) = (new HashSet<(GroupId, bool)> { start }, new Queue<(GroupId Group, bool HasOwner)>([start]));
        while (next.TryDequeue(out var at))
        {
            if (at.Group == added.Holder)
            {
                return true;
            }

            foreach (var hold in from[at.Group].Where(h => !(h.IsOwner && at.HasOwner)))
            {
                var reached = (hold.Over, at.HasOwner || hold.IsOwner);
                if (seen.Add(reached))
                {
                    next.Enqueue(reached);
                }
            }
        }

        return false;
    }
}
