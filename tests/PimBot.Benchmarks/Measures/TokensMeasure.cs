using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PimBot.Benchmarks.Load;
using PimBot.Benchmarks.Processes;
using PimBot.Benchmarks.Report;
using PimBot.Channel.Auth;

namespace PimBot.Benchmarks.Measures;

/// <summary>
/// Tokens checked per second on one thread: each seen for the first time, each seen before, and forged. Beside it: RSA
/// verifications of the framework on as many bytes.
/// </summary>
internal static class TokensMeasure
{
    private const int Tokens = 1500;
    private const int Forgeries = 20_000;

    public static async Task RunAsync(SummaryTable table)
    {
        await using var bed = await Bed.MakeAsync(people: 1, roles: 1);
        var bare = BareVerifications();
        await using var services = bed.ChannelServices();
        var check = services.GetRequiredService<TokenCheck>();
        var url = bed.Channel.ServiceUrl;
        var fresh = Enumerable
            .Range(0, Tokens)
            .Select(i => bed.Channel.Issuer.ChannelToken(url, claims => claims["jti"] = i))
            .ToList();
        await PerSecondAsync(check, [bed.Channel.Issuer.ChannelToken(url)], expectGood: true);
        table.Add("tokens seen for the first time", "/s", await PerSecondAsync(check, fresh, true), bare, 0);
        table.Add("tokens seen before", "/s", await PerSecondAsync(check, fresh, true), bare, 0);
        var forged = Enumerable.Range(0, Forgeries).Select(i => BadTokens.Forge(fresh[0], i)).ToList();
        table.Add("forged tokens refused", "/s", await PerSecondAsync(check, forged, false), bare, 0);
    }

    private static async Task<double> PerSecondAsync(TokenCheck check, IReadOnlyList<string> tokens, bool expectGood)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var token in tokens)
        {
            var context = new DefaultHttpContext();
            context.Request.Headers.Authorization = "Bearer " + token;
            var verdict = await check.CheckAsync(context);
            if (verdict.Refusal is null != expectGood)
            {
                throw new InvalidOperationException($"The check says {verdict.Refusal}.");
            }
        }

        var perSecond = tokens.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tokens.Count} tokens: {perSecond:0}/s"));
        return perSecond;
    }

    private static double BareVerifications()
    {
        const int Times = 20_000;
        using var rsa = RSA.Create(2048);
        var content = RandomNumberGenerator.GetBytes(600);
        var signature = rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
        {
            if (!rsa.VerifyData(content, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
            {
                throw new InvalidOperationException("The framework refuses its own signature.");
            }
        }

        return Times / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
