using System.Globalization;
using PimBot.Application.Access;
using PimBot.Application.Work;
using PimBot.Bot.People;
using PimBot.Domain.Access;

namespace PimBot.Bot.Notifications;

/// <summary>
/// Owes the weekly digest to those who are active administrators on Monday at 08:00 in their own time zone, UTC where
/// that is unknown. How far it has come is one document of the bot's memory, so that of several replicas one owes it;
/// after a downtime the newest is made up for.
/// </summary>
internal sealed class WeeklyDigest(IPimStore store, NotificationSettings settings) : IBackgroundPass
{
    private const string Key = "digest";
    private static readonly TimeOnly Hour = new(8, 0);

    public string Name => "weekly digests";

    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    public async Task<int> RunOnceAsync(CancellationToken cancellation)
    {
        if (!settings.WeeklyDigest)
        {
            return 0;
        }

        var isDue = await store.ReadAsync(IsDueAsync, cancellation);
        return isDue ? await store.CommitAsync(OweAsync, cancellation) : 0;
    }

    // Zones are whole quarters of an hour apart: 08:00 can fall on no other time, and between them nothing is written.
    // Who becomes an administrator on another day than Monday gets none for that Monday.
    private static async Task<bool> IsDueAsync(IPimUnitOfWork work, CancellationToken cancellation) =>
        await LastAsync(work, cancellation) is not { } last || QuarterOf(last) != QuarterOf(work.Now);

    private static async Task<int> OweAsync(IPimUnitOfWork work, CancellationToken cancellation)
    {
        var last = await LastAsync(work, cancellation);
        if (last >= work.Now)
        {
            return 0;
        }

        await work.Bot.WriteAsync(
            Key,
            $"\"{work.Now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}\"",
            cancellation
        );
        return last is { } since ? await OweAsync(work, since, cancellation) : 0;
    }

    private static async Task<int> OweAsync(IPimUnitOfWork work, DateTimeOffset since, CancellationToken cancellation)
    {
        var owed = 0;
        foreach (var administrator in await AdministratorReader.ActiveAsync(work, cancellation))
        {
            var chat = await PersonChats.FindAsync(work, administrator.Id, cancellation);
            var (monday, at) = NewestMonday(work.Now, chat?.TimeZone ?? TimeZoneInfo.Utc);
            if (at > since)
            {
                var week = monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                DigestHandler.Owe(work, new DigestNotice(administrator.Id, week));
                owed++;
            }
        }

        return owed;
    }

    /// <summary>The newest Monday at 08:00 there that is not ahead.</summary>
    internal static (DateOnly Monday, DateTimeOffset At) NewestMonday(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var at = AtEight(monday, zone);
        return at <= now ? (monday, at) : (monday.AddDays(-7), AtEight(monday.AddDays(-7), zone));
    }

    private static DateTimeOffset AtEight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(Hour, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static long QuarterOf(DateTimeOffset at) => at.UtcTicks / TimeSpan.FromMinutes(15).Ticks;

    private static async Task<DateTimeOffset?> LastAsync(IPimUnitOfWork work, CancellationToken cancellation) =>
        await work.Bot.ReadAsync(Key, cancellation) is { } json
            ? DateTimeOffset.Parse(json.Trim('"'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;
}
