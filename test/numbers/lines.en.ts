/** English lines, marked as those of `lines.ru.ts`. */
export const ENGLISH_LINES = `
We sat down at [six]clock-time and ate
Errors dropped by a factor of [2.5]multiple
Closing is [two and a half times]multiple quicker
They called [two times]count
It saves [an hour and a half]duration a day
[A couple of hundred]approximate people came
Between [70 and 80%]percent are closed
Losses fell by [30-odd percent]percent
Answers come in [1h 30m]duration
It took [an hour and ten minutes]duration, then [two hours and forty minutes]duration
We waited [a year and two months]duration for it
Every hour [ten minutes]duration of rest
We met [twice]count a day and [two hours]duration went to training
Every day and [two hours]duration of training
[No]count complaints since
[No]count further complaints since
There was no doubt
We had no choice
[No one]count resigned
No [one]idiom came
[Not a single]count order was lost
Not [one]count order was lost
[None]count of our clients left
We lost [no]count customers
It were grand
Ran on [iOS 17]product then
[HTTP 500]product errors
NPS [62]count
Ticket [no. 3351]label was stuck
Contacts per [thousand]count users
In the [1990s]decade
In the [60s]decade
Checkout was throwing [500s]decade
Answered in [20s]duration
Churn is down [4 pts]points
Churn fell by [7%]percent
Churn fell by [7 %]percent in a quarter
Complaints fell [twelve percent]percent
Share grew [twenty-five per cent]percent
Conversion rose [3 pp]points
We gained [5 percentage points]points
Errors fell [20-25%]percent
We saved [$1.2 million]money
We saved [£180k]money a year
Refunded [€45]money
It cost [500 dollars]money
They paid [twelve grand]count
A deal of [USD 40,000]money
The fine was [fifty pounds]money
Hired [fifty-five]count people
It was [fifty-fifty]idiom
I rang [999]reference at once
We met [every second]every-nth week
Lost [£1.38]money a unit
We spent [40p]money each
We closed [1,200]count tickets
We closed [1200]count tickets
Volume of [380.000 Euro]money
I called [eighty-three]count customers
We hired [two hundred and five]count people
It took [a dozen]count calls
About [a hundred]count guests came
We handled [214]count cases
[Two]count clients left
[Nineteen]count stayed
A list of [8k]count rows
It holds [1.2 million]count records
Sales [doubled]multiple
Sales [tripled]multiple in a year
Output [halved]multiple
We work [twice]multiple as fast
It runs [3 times]multiple faster
It runs [five times]multiple quicker
Traffic grew [3x]multiple
A [tenfold]multiple rise
Traffic up [x4]multiple
It cut waste by [half]fraction.
Returns fell by [a third]fraction
We kept [two thirds]fraction of them
[Half]fraction of the team left
Cut it by [a quarter]fraction
[A fifth]fraction of callers hung up
[Every third]fraction parcel was late
[Three quarters]fraction of the list
Within [two quarters]duration they were happier
For [three quarters]duration nothing moved
And [three quarters]fraction renewed
Rated [4.7 out of 5]rating
Rated [9/10]rating
We kept [88 of 92]rating
[Two of three]rating stayed
[One in four]rating came back
[31 of 43]rating answered
[Nine out of ten]rating agreed
[None of the 12]rating complained
Time fell from [12 to 9.6 hours]pair
Conversion rose from [3 to 5%]pair
Wait dropped from [38 minutes to 6]pair
Errors fell from [120 a month to 14]pair
The price fell from [$1,900 to $1,140]pair
Cut approval from [a week to two days]pair
Budget grew from [2 to 3.5 million]pair
Score [2.8 -> 4.1]pair
Cost [61k -> 38k]pair in weeks
Churn [8% → 5%]pair
Rating went [2.8 to 4.1]pair by Christmas
First reply: [19 hours to 50 minutes]pair
[Forty minutes became twelve seconds]pair
Refunds were [31, now 12]pair
It was [12 days and is now 9]pair
Requests fell from about [twenty a week to three]pair
Down from [31 to 9]pair
Waited [15 minutes]duration
Repairs took [three weeks]duration
Answered in [two hours]duration
It takes [5 business days]duration
It took [half an hour]duration
Downtime of [40 seconds]duration
A [nine-minute]duration call
A [40-second]duration outage
A [six-month]duration contract
Delayed by [2.5 hours]duration
Took [two and a half hours]duration
It takes [1-2 days]duration
Latency of [250 ms]duration
[Ten days]duration later
[2 hrs]duration of work
We met [three times]count
I called [twice]count
[5-7]count calls a day
[3 to 5]count calls a day
[Two or three]count calls
[Dozens]approximate of emails
[Hundreds]approximate of people
[A couple]approximate of weeks
Not [one]count complaint
Only [one]count client resigned
[Zero]count complaints since
[0]count errors
[17]count contracts signed
[300+]count calls on Monday
About [40]count guests
Sales [+40%]percent
At [140 percent]percent of plan
[One]count complaint since
[Forty-six]count donors
[40 grand]count of stock
[Thirty thousand]count bricks
[Half a million]count rows
[11]count senior engineers
[0.1 %]percent of pages
Costs down [12.5%]percent
A fine of [fifteen euros]money
[400]count seats
[Four hundred]count seats
[Two]count stars
Moved to [Dynamics 365]product
Watched [p95]product
[B2B]product sales
On [Windows 10]product
Filed a [P45]product
Support [24/7]always-on
Call [+44 20 7946 0958]phone
Shipped [version 3.1]version
Upgraded to [v2]product
Upgraded to [2.4.1]version
In [2021]year I joined
Back in [2019]year.
During [2022-2023]year
Live on [28 March]date
[May 5]date we opened
On the [5th of May]date
Due [12/05/2023]date
By [2023-05-14]date
At [9:30]clock-time we met
At [2am]clock-time
[Two in the morning]clock-time
At [ten past one]clock-time
[Half past five]clock-time
Before [8 o'clock]clock-time
From [8 to 5]opening-hours
By [Q2]quarter
The [third quarter]quarter
The [second]ordinal call
On the [3rd]ordinal try
In the [90s]decade
The [twenty-second]ordinal call
At [step 3]label we stopped
On [day 10]label it moved
Ticket [#415]label was closed
[1.]list-marker Pulled the export
[2)]list-marker Called them
[One]idiom of us left
[One]idiom by [one]idiom they left
The only [one]idiom on shift
She came back after [half]part-of-whole term
The [half]part-of-whole eaten cake went to the other [half]part-of-whole
A [50/50]idiom chance
No [one]idiom called
Sold out by [eight]clock-time, and open till [nine]clock-time
They came after [six]clock-time and left before [ten]clock-time
She turned up at [nine]clock-time with cake
The score fell by [four]count
We won by [two]count
The till was out by [two]count
We closed after [18 00]clock-time every day
By [9 30]clock-time we opened
We came [fourth]rating, then ranked [5th of 38]rating
We were [ninth out of nineteen]rating in May
We took [third place]rating
Now we are [number nine]rating, vendor [number two]label failed
Planning finished first
In the first place they came back a [second]ordinal time
`;
